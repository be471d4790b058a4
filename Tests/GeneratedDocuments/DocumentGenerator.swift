/// Short documents from a seed: some as newsrooms write them, some as nobody should, some half and half.
///
/// The same seed gives the same documents on every machine.
public struct DocumentGenerator: Sendable {
  private var state: UInt64

  /// Begins the row of documents of a seed.
  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to, not including, `bound` (xorshift64).
  public mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  /// The next document.
  public mutating func next() -> String {
    switch number(below: 10) {
    case 0: return noise()
    case 1: return repetition()
    case 2, 3: return damaged(article())
    default: return article()
    }
  }

  private mutating func one(of things: [String]) -> String { things[number(below: things.count)] }

  /// One to four sentences as newsrooms write them, of one language and now and then of two.
  public mutating func article() -> String {
    let language = number(below: Self.languages.count)
    var out = ""
    for _ in 0...number(below: 3) {
      let other = number(below: 20) == 0 ? number(below: Self.languages.count) : language
      out += sentence(Self.languages[other]) + one(of: [" ", " ", "\n", "\n\n"])
    }
    return out
  }

  /// A sentence whose slots are filled; `{…}` names the list that a slot is filled from.
  private mutating func sentence(_ language: [String: [String]]) -> String {
    var out = ""
    for piece in one(of: language["sentence"] ?? []).split(separator: "{", omittingEmptySubsequences: false) {
      guard let end = piece.firstIndex(of: "}") else {
        out += piece
        continue
      }
      let name = String(piece[..<end])
      switch name {
      case "n": out += one(of: numbers)
      case "d": out += String(1 + number(below: 31)) + one(of: ["/", ".", "-"]) + String(1 + number(below: 13))
      case "y": out += String(1990 + number(below: 50))
      default: out += one(of: language[name] ?? [""])
      }
      out += piece[piece.index(after: end)...]
    }
    return out
  }

  private var numbers: [String] {
    ["2", "17", "350", "1.200", "2,5", "1,234.5", "14/101", "20–25", "91%", "3.000.000", "0", "٢٥", "۱۷", "1e9"]
  }

  /// A text with characters taken away, doubled, exchanged or put in.
  private mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0...number(below: 6) where !scalars.isEmpty {
      let at = number(below: scalars.count)
      switch number(below: 5) {
      case 0: scalars.remove(at: at)
      case 1: scalars.insert(scalars[at], at: at)
      case 2: scalars.swapAt(at, number(below: scalars.count))
      case 3: scalars.insert(contentsOf: one(of: Self.signs).unicodeScalars, at: at)
      default: scalars.removeSubrange(at..<min(scalars.count, at + 9))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Something short, many times.
  private mutating func repetition() -> String {
    let unit = number(below: 2) == 0 ? one(of: Self.signs) + one(of: numbers) : damaged(article())
    return String(repeating: String(unit.prefix(12)), count: 1 + number(below: 40))
  }

  /// Any characters.
  private mutating func noise() -> String {
    var view = String.UnicodeScalarView()
    for _ in 0...number(below: 120) {
      if number(below: 3) == 0 {
        view.append(contentsOf: one(of: Self.signs).unicodeScalars)
      } else {
        let limit = [0x80, 0x250, 0x700, 0x2100, 0x30000][number(below: 5)]
        view.append(Unicode.Scalar(UInt32(number(below: limit))) ?? "\u{FFFD}")
      }
    }
    return String(view)
  }

  /// What texts break at: marks, bidi and zero-width signs, ligatures, escape sequences, markup, formulas, addresses.
  private static let signs = [
    "\u{301}", "\u{323}", "\u{640}", "\u{64B}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}", "\u{AD}", "\u{A0}",
    "\u{1B}[31m", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\r\n", "\t", "\"", "\\", "<script>", "</p>", "&amp;",
    "=1+1",
    "(", ")", "[", "«", "”", "–", "—", "/", "%", "...", "@a.b", "http://a.b/c", "#", "😀", "👨‍👩‍👧", "ﻻ", "ﷺ", "Ⅷ", "①", "ß",
    "ภาษาไทย", "中文", "{\"text\":", "٬", "٫", "،", "’", "TP.HCM", "PGS.TS", "17.4", "27/2/2024", "ông ", "السيد ",
    "Mr. ",
  ]

  private static let languages: [[String: [String]]] = [
    [
      "sentence": [
        "Chiều {d}/{y}, {title} {name}, {office} {body}, đến thăm {place} và trao hơn {n} tỷ đồng cho {n} hộ dân.",
        "{office} {body} {name} cho biết, {n} xã bị sạt lở; mỗi năm biển lấn {n} m.",
        "{title} {name}, {n} tuổi, nguyên {office} {body}.",
        "{name} yêu cầu {place} hoàn thành trước ngày {d}.", "Từ ngày {d} đến {d}, {body} họp tại {place}.",
        "KẾT LUẬN CỦA {body} NGÀY {d}/{y}", "Tổng số {n} ca, tăng {n}% so với năm {y}.", "TM. {body}\n{office}\n{name}",
      ],
      "title": ["ông", "bà", "đồng chí", "TS", "Đại tá", "anh"],
      "name": [
        "Nguyễn Văn An", "Trần Thị Bích Hạnh", "Lê Sáu", "Vương Ngọc Hà", "Phạm Quốc Dũng", "Hằng", "Y Thông",
        "Đặng Huy",
      ],
      "office": [
        "Bí thư", "Phó Chủ tịch", "Giám đốc", "Ủy viên Ban Thường vụ", "Chánh Văn phòng", "Quyền Trưởng phòng",
      ],
      "body": [
        "Tỉnh ủy", "UBND tỉnh Cà Mau", "Sở Nông nghiệp", "HĐND huyện Đầm Dơi", "Công an tỉnh", "Trường THPT Lê Lợi",
      ],
      "place": ["xã Tân Thuận", "Huế", "TP.HCM", "huyện Đầm Dơi", "khóm 6, phường 5", "Đắk Lắk", "sông Tiền"],
    ],
    [
      "sentence": [
        "قال {title} {name}، {office} {body}، إن {n} بالمئة من سكان {place} تضرروا يوم {d}.",
        "التقى {office} {name} في {place} وفدا من {body}.", "وأضاف {name} أن {n} مليون دولار خصصت لعام {y}.",
        "ارتفع العدد إلى {n} في {d}-{y}.", "أكد وزير الخارجية {name} وسفير {place} لدى {body}.",
        "{body}: {n} شخصا بينهم {title} {name}",
      ],
      "title": ["السيد", "الدكتور", "الشيخ", "العميد", "الأستاذة"],
      "name": ["محمد بن سلمان", "نجوين ثانه بينه", "أحمد عبد الله", "فاطمة الزهراء", "ثانه", "آل نهيان"],
      "office": ["رئيس", "نائب مدير", "أمين عام", "الناطق باسم", "عضو مجلس"],
      "body": ["اللجنة الشعبية", "وزارة الصحة", "الأمم المتحدة", "بلدية غزة", "شركة أرامكو", "الحزب"],
      "place": ["بيروت", "مقاطعة كا ماو", "الرباط", "مدينة حلب", "الخليج", "هانوي"],
    ],
    [
      "sentence": [
        "{office} {name} of {body} said on {d} that {n} percent of {place} was affected.",
        "{title} {name}, {n}, was named {office} of {body} in {y}.",
        "{place}, {d} – {name} met {body} officials and pledged ${n} million.",
        "The former {office} of {body}, {name}, left {place} at 5:30 pm.",
        "Between {d} and {d}, {n} of {n} people moved from {place}.", "In {y}, {body} had {n} members.",
      ],
      "title": ["Mr.", "Ms", "Dr", "Prof.", "Lt. Gen.", "Sir"],
      "name": ["Tran Van Nam", "John A. Smith", "Nguyen Thanh Binh", "O’Neill", "Maria de la Cruz", "Xi", "Van Gogh"],
      "office": ["Chairman", "Vice Chairwoman", "Minister", "acting director", "spokesman", "Deputy Prime Minister"],
      "body": [
        "the Ca Mau Provincial People's Committee", "the Ministry of Health", "UNICEF", "Acme Corp.", "the court",
      ],
      "place": ["Hanoi", "Ca Mau Province", "New York", "the Mekong Delta", "Hue", "St. Petersburg"],
    ],
  ]
}
