import ArgumentParser
import ExtractionServer
import Glibc
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
import VNExtract

/// `vnextract-serve`.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vnextract-serve",
    abstract: "Finds over HTTP who holds which title where, organizations, places, dates and numbers.",
    discussion: """
      Nothing but loopback is listened at unless --host says so: there is no encryption and nobody is asked who they are.

      EXAMPLES
        vnextract-serve                                    the page is at http://127.0.0.1:8080/
        vnextract-serve --port 0                           a port that is free; standard error tells which
        vnextract-serve --lexicons my-words --jobs 4       words of one's own, four workers
        vnextract-serve --host 0.0.0.0 --max-body 5000000  whoever reaches this machine may ask

        curl -H 'Content-Type: text/plain' --data-binary @article.txt 'localhost:8080/extract?language=vi'
        curl -H 'Content-Type: application/x-ndjson' --data-binary @docs.jsonl localhost:8080/extract

      GET /openapi.json describes all requests.

      ENVIRONMENT
        VNEXTRACT_LEXICONS  folders with further lexicons and rules, parted by ':', as --lexicons

      EXIT STATUS
        0  ended by signal TERM or INT, after what had begun
        1  the address cannot be listened at
        2  wrong usage, or lexicons or rules that cannot be used
      """,
    version: ExtractionServer.version)

  @Option(help: "The address to listen at; only this machine reaches the one that is listened at without it.")
  var host = "127.0.0.1"

  @Option(name: .shortAndLong, help: "The port to listen at; 0 is one that is free.")
  var port = 8080

  @Option(help: ArgumentHelp("The most bytes of a body, or of a line of a stream.", valueName: "bytes"))
  var maxBody = 1_000_000

  @Option(
    help: ArgumentHelp(
      "How long a request may take to come, a document may wait, and an answer may take to go.", valueName: "seconds"))
  var timeout = 30

  @Option(name: .shortAndLong, help: "The number of threads that read documents; 0 is one for each processor.")
  var jobs = 0

  @Option(
    help: ArgumentHelp(
      "A folder with further lexicons and rules, laid out as Lexicons/; may be given several times.", valueName: "dir"),
    completion: .directory)
  var lexicons: [String] = []

  func validate() throws {
    if !(0...65535).contains(port) { throw ValidationError("--port can be 0 to 65535, not \(port).") }
    if !(0...256).contains(jobs) { throw ValidationError("--jobs can be 0 to 256, not \(jobs).") }
    if !(1...3600).contains(timeout) { throw ValidationError("--timeout can be 1 to 3600, not \(timeout).") }
    if !(1...Extractor.documentLimit).contains(maxBody) {
      throw ValidationError("--max-body can be 1 to \(Extractor.documentLimit), not \(maxBody).")
    }
  }

  func run() async throws {
    let folders =
      (getenv("VNEXTRACT_LEXICONS").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init) + lexicons
    let extractor: Extractor
    do {
      extractor = folders.isEmpty ? Extractor() : try Extractor(lexicons: folders)
    } catch {
      Self.tell("\(error)")
      throw ExitCode.wrongUsage
    }
    var limits = Limits()
    limits.body = maxBody
    limits.time = .seconds(Int64(timeout))
    if jobs > 0 { limits.workers = jobs }
    let server = ExtractionServer(extractor, limits: limits) { try Explainer(lexicons: folders) }
    var logger = Logger(label: "vnextract-serve")
    logger.logLevel = .critical
    let host = host
    let application = server.application(host: host, port: port, logger: logger) { channel in
      let shown = host.contains(":") ? "[\(host)]" : host
      Self.tell("vnextract-serve: listening at http://\(shown):\(channel.localAddress?.port ?? 0)/")
    }
    var configuration = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(timeout)
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch is CancellationError {
      Self.tell("vnextract-serve: requests that took longer than \(timeout) seconds were cut off")
    } catch {
      Self.tell("vnextract-serve: cannot listen at port \(port) of \(host): \(Self.reason(error))")
      throw ExitCode.cannotListen
    }
    try await server.stop()
  }

  private static func reason(_ error: any Error) -> String {
    if error is SocketAddressError { return "the name of the address is not known" }
    guard let error = error as? IOError else { return "\(error)" }
    switch error.errnoCode {
    case EADDRINUSE: return "something listens there already; choose another with --port"
    case EACCES: return "ports below 1024 need rights; choose another with --port"
    case EADDRNOTAVAIL: return "this machine does not have the address"
    default: return String(cString: strerror(error.errnoCode))
    }
  }

  private static func tell(_ message: String) { write(2, message + "\n", message.utf8.count + 1) }

  static func main() async {
    // A client that goes away is noticed where it is written to.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if let serve = command as? Serve {
        try await serve.run()
      } else {
        // The help page is a command, too.
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        print(message)
      } else if !message.isEmpty {
        tell(message)
      }
      Glibc.exit(code == .validationFailure ? ExitCode.wrongUsage.rawValue : code.rawValue)
    }
  }
}

extension ExitCode {
  /// The address cannot be listened at.
  static let cannotListen = ExitCode(1)
  /// The command line or a lexicon is wrong.
  static let wrongUsage = ExitCode(2)
}
