import VNExtract

func additions() throws {
  let words = LexiconAddition.words(
    [.init("Zorglub City", sense: "place", features: ["code": "ZZ"])], language: "en", name: "places")
  let rules = LexiconAddition.rules(
    """
    rule number.docket certain in number
      "docket" [value:number]
      gives number kind=ordinal
      yes "in docket [12] of the court"  12
      yes "see docket [7]"  7
      no  "a docket of 12 pages"

    """, language: "en", name: "dockets")
  let extractor = try Extractor(adding: [words, rules])
  for mention in extractor.extract("As in docket 12, the court of Zorglub City said.").mentions {
    print(mention.type, mention.text, mention.rule)
  }

  do {
    _ = try Extractor(adding: [.words([.init("x", sense: "place", features: ["colour": "red"])], language: "en")])
  } catch {
    print(error.diagnostics[0].message)  // unknown column 'colour'; known are …
  }
}

func reloading() throws {
  let reloader = try LexiconReloader()
  print(reloader.extract("Hà Nội").mentions.count, reloader.generation)
  do {
    try reloader.reload(from: ["/no/such/folder"])
  } catch {
    print(reloader.generation)  // as before: a set that cannot be read changes nothing
  }
}
