// Stands in for a pool's child that ends while nobody asks anything of it, as where the system takes its memory.
process.send?.({ reply: 'ready' })
setTimeout(() => process.exit(), 50)
