// Runs every example; what each prints stands beside it.
firstSteps()
whoHoldsWhat()
values()
ranges()
try await streams()
try additions()
linking()
try reloading()
