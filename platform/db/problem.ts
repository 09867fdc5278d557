/** The database cannot be used as things stand; the message is a Chinese sentence that says what to do. */
export class DatabaseProblem extends Error {}

/** Another Shishi serves this DATA_DIR. */
export class AlreadyRunning extends DatabaseProblem {}
