/**
 * Loaded into the server by tools/start.mjs: when the starter is gone (even by kill -9), the server stops
 * in order instead of living on unseen with the port and the database.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
