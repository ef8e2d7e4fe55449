import { describe, expect, it } from 'vitest'
import { runLine } from './a-command-line.ts'

describe('serve', () => {
  it('prints one line with the address and the key, and stays until it is interrupted', async () => {
    const { exitCode, out, served, closed } = await runLine(['serve', '--port', '4000'])

    expect(exitCode).toBe(0)
    expect(served).toEqual([4000])
    expect(out).toBe('Navette is at http://127.0.0.1:4000/open/K3Y (one-time key, good for 15 minutes)\n')
    expect(closed).toBe(true)
  })

  it('writes the key into a file instead of printing it', async () => {
    const { out, written } = await runLine(['serve', '--port', '4000', '--key-file', '/run/key', '--json'])

    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(written).toEqual({ '/run/key': 'K3Y\n' })
    expect(JSON.parse(out)).toEqual({ address: 'http://127.0.0.1:4000', keyFile: '/run/key' })
  })

  it('takes any free port when the usual one is in use, but not when one was asked for', async () => {
    const usual = await runLine(['serve'], { takenPorts: [7227] })
    const asked = await runLine(['serve', '--port', '4000'], { takenPorts: [4000] })

    expect(usual).toMatchObject({ exitCode: 0, served: [7227, 0] })
    expect(asked).toMatchObject({ exitCode: 3, out: '', error: 'Port 4000 cannot be opened: it is in use.\n' })
  })
})
