import VNExtract

func linking() {
  let linker = Linker()
  let texts = [
    "vi": "Ông Nguyễn Thanh Bình, Phó Chủ tịch UBND tỉnh Cà Mau, nói.",
    "en": "Nguyen Thanh Binh, Vice Chairman of the Ca Mau Provincial People's Committee, said on Monday.",
  ]
  let documents = texts.sorted { $0.key < $1.key }.map { LinkDocument(linker.extractor.extract($1, id: $0)) }
  for person in linker.link(documents).persons {
    print(person.name, person.members.map(\.document))
  }
}
