import VNExtract

func streams() async throws {
  let texts = AsyncStream<String> { stream in
    for number in 1...3 { stream.yield("Ông Nguyễn Văn An nói \(number) câu.") }
    stream.finish()
  }
  // Two documents at the same time; answers in the order of the texts.
  for try await document in Extractor().documents(in: texts, ahead: 2) {
    print(document.id, document.mentions.map(\.text))
  }

  let endless = AsyncStream<DocumentInput> { DocumentInput(id: "x", text: "Ông Nguyễn Văn An nói.", language: "vi") }
  let reading = Task {
    for try await document in Extractor().documents(in: endless) where document.mentions.isEmpty { return }
  }
  reading.cancel()
  do { try await reading.value } catch is CancellationError { print("cancelled") }
}
