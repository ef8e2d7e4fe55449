import { type Command, Option } from 'commander'

/** Taken by every command, before or after its name. */
export interface GlobalOptions {
  readonly data?: string
  readonly config?: string
  readonly secrets: 'keychain' | 'env'
  readonly json?: true
}

export const addGlobalOptions = (program: Command): Command =>
  program
    .option('--data <dir>', "folder of the database (default: the desktop's own; not while the desktop runs)")
    .option('--config <file>', 'configuration file (JSON); only the keys it contains are changed')
    .addOption(
      new Option('--secrets <where>', 'where tokens and the database key are read from')
        .choices(['keychain', 'env'])
        .default('keychain'),
    )
    .option('--json', 'one JSON document on standard output and nothing else')
