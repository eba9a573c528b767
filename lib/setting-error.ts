/**
 * Something around the program is wrong and a person can put it right: a setting, a folder, a port, a database.
 * `message` is one sentence that says what and how; the commands print it without a stack and end with code 1.
 */
export class SettingError extends Error {
  override name = 'SettingError'
}
