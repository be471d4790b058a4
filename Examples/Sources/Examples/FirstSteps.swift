import VNExtract

func firstSteps() {
  let extractor = Extractor()  // one for all threads
  let document = extractor.extract("Ngày 27/2, ông Nguyễn Văn An nói.")
  for mention in document.mentions { print(mention.type, mention.range, mention.text) }
  // date 0..<9 Ngày 27/2
  // title 11..<14 ông
  // person 15..<28 Nguyễn Văn An
}

func whoHoldsWhat() {
  let document = Extractor().extract("Ông Trần Văn Nam, Phó Chủ tịch UBND tỉnh Cà Mau, nói.")
  for relation in document.relations {
    let words = [relation.person, relation.title, relation.organization].map {
      $0.flatMap { document[$0]?.text } ?? "–"
    }
    print(words.joined(separator: " | "))
  }
  // Trần Văn Nam | Ông | –
  // Trần Văn Nam | Phó Chủ tịch | UBND tỉnh Cà Mau
}
