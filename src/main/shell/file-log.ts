import { join } from 'node:path'
// Its flavour for Electron would open a way in for windows, which have nothing to write here.
import electronLog from 'electron-log/node'
import { describeEntry } from './describe-facts.ts'
import type { Log } from './log.ts'

const LARGEST_BYTES = 5 * 1024 * 1024

/** The log file of the desktop; the one before it is kept beside it. */
export const openFileLog = (folder: string): Log => {
  const logger = electronLog.create({ logId: 'navette' })
  logger.transports.file.resolvePathFn = () => join(folder, 'navette.log')
  logger.transports.file.maxSize = LARGEST_BYTES
  logger.transports.file.level = 'info'
  logger.transports.console.level = 'warn'
  return {
    info: (text, facts) => logger.info(describeEntry(text, facts)),
    warn: (text, facts) => logger.warn(describeEntry(text, facts)),
    error: (text, facts) => logger.error(describeEntry(text, facts)),
  }
}

/** Whatever nobody caught is written down; the next cycle starts from the database. */
export const logUncaught = (log: Log): void => {
  process.on('uncaughtException', (error) => log.error('an error nobody expected', { error }))
  process.on('unhandledRejection', (error) => log.error('a failure nobody waited for', { error }))
}
