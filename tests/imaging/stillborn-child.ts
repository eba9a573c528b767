// Stands in for a pool's child that can't start, as where memory has run out: dies before it says that it is ready.
process.abort()
