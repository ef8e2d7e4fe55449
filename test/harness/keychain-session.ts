import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    keychainBus: string
  }
}

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('The child was started without a standard output')
  const line = once(createInterface(child.stdout), 'line')
  const failed = once(child, 'error').then(([error]) => Promise.reject(error))
  const [text] = await Promise.race([line, failed])
  return String(text)
}

/**
 * A keychain of our own for the length of a run: a private D-Bus session and an unlocked gnome-keyring, both living in a
 * temporary folder. The keychain of whoever runs the tests is never looked at.
 */
export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'navette-keychain-'))
  const runtime = join(home, 'runtime')
  await mkdir(runtime, { mode: 0o700 })
  const folders = { HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: runtime }

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    env: { ...process.env, ...folders },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await firstLine(bus)

  // Leaves for the background once the keychain is open, and ends with its bus.
  const keyring = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env: { ...process.env, ...folders, DBUS_SESSION_BUS_ADDRESS: address },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keyring.stdin.end('a password for this run only\n')
  const [status] = await once(keyring, 'exit')
  if (status !== 0) throw new Error(`gnome-keyring-daemon ended with ${status}`)

  provide('keychainBus', address)
  return async () => {
    const gone = once(bus, 'exit')
    bus.kill()
    await gone
    await rm(home, { recursive: true, force: true })
  }
}
