// Runs one fuzz target: Fuzz TARGET [option of libFuzzer or folder…]; alone it lists the targets.
import CFuzzer
import Glibc

let name = CommandLine.arguments.dropFirst().first ?? ""
guard let make = Targets.all.first(where: { $0.name == name })?.make else {
  for target in Targets.all { print(target.name) }
  exit(name.isEmpty ? 0 : 2)
}
Targets.current = make()
// The target's name is no argument of libFuzzer.
CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
exit(
  cfuzzer_run(CommandLine.argc - 1, CommandLine.unsafeArgv + 1) { bytes, count in
    let start = clock()
    Targets.current?.run(UnsafeBufferPointer(start: bytes, count: count).map { $0 })
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    // A second for 100 KB without sanitizer and coverage is some ten with them; a table or two is made on the way.
    Targets.current?.promise(seconds < 5 + Double(count) / 10_000, "\(count) bytes take \(seconds) s")
    return 0
  })
