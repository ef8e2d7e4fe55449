import * as fs from 'node:fs'
import type { Server, Socket } from 'node:net'
import { posix } from 'node:path'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import type { createFileWire, FileAct } from './file-wire.ts'
import type { FtpsServerOptions } from './ftps-server.ts'

interface Around extends FtpsServerOptions {
  readonly wire: ReturnType<typeof createFileWire>
  readonly heard: string[]
  readonly secured: (socket: Socket) => TLSSocket
  readonly listen: (onSocket: (socket: Socket) => void) => Promise<Server>
  readonly portOf: (server: Server) => number
}

interface Reply {
  readonly code: number
  readonly text: string
}
const reply = (code: number, text: string): Reply => ({ code, text })

const BEFORE_TLS = ['AUTH', 'FEAT', 'QUIT', 'OPTS']
const BEFORE_LOGIN = [...BEFORE_TLS, 'USER', 'PASS', 'PBSZ', 'PROT']
const WRITING = ['STOR', 'RNTO', 'DELE', 'MKD']
const SPOILT = ['CWD', 'MLSD', 'SIZE', 'RETR', 'RNFR', ...WRITING]

/** One client's conversation, one command after the other. */
export const ftpConversation = (around: Around) => {
  const { wire, heard, root, login, password, implicit, plain } = around
  let user = ''
  let isIn = false
  let isSecret = implicit === true
  let isPrivate = false
  let isBinary = false
  let folder = '/'
  let leaving: string | null = null
  let data: Promise<Duplex> | null = null

  return (first: Duplex, raw: Socket): void => {
    let stream = first
    const say = (code: number, text: string): void => void stream.write(`${code} ${text}\r\n`)
    const pathOf = (name: string): string => posix.resolve(folder, name)
    const here = (name: string): string => posix.join(root, pathOf(name))

    const openData = async (): Promise<Reply> => {
      let arrive: (stream: Duplex) => void = () => undefined
      data = new Promise((resolve) => {
        arrive = resolve
      })
      const server = await around.listen((socket) => {
        server.close()
        arrive(around.secured(socket))
      })
      return reply(229, `Entering Extended Passive Mode (|||${around.portOf(server)}|)`)
    }
    /** Over the data connection that was opened before. */
    const transfer = async (work: (stream: Duplex) => Promise<void>): Promise<Reply> => {
      if (!isPrivate) return reply(522, 'Data travels under TLS or not at all')
      if (!isBinary) return reply(504, 'Binary alone')
      if (data === null) return reply(425, 'No data connection')
      const waiting = data
      data = null
      say(150, 'Here it comes')
      const connection = await waiting
      try {
        await work(connection)
        return reply(226, 'Done')
      } catch {
        return reply(426, 'The data connection broke')
      }
    }
    const send = (bytes: Buffer | string) => (connection: Duplex) =>
      new Promise<void>((sent, fail) => {
        connection.once('error', fail)
        connection.end(bytes, sent)
      })
    const receive = (path: string, isHalf: boolean) => async (connection: Duplex) => {
      const pieces: Buffer[] = []
      for await (const piece of connection) pieces.push(piece)
      const bytes = Buffer.concat(pieces)
      fs.writeFileSync(path, isHalf ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes)
    }
    const facts = (path: string, name: string): string => {
      const found = fs.lstatSync(path)
      const type = found.isFile() ? 'file' : found.isDirectory() ? 'dir' : 'OS.unix=symlink'
      return `type=${type};size=${found.size};modify=${stamp(found.mtimeMs)}; ${name}`
    }

    const act = async (command: string, name: string, isHalf: boolean): Promise<Reply> => {
      switch (command) {
        case 'FEAT':
          stream.write(
            '211-Features:\r\n AUTH TLS\r\n UTF8\r\n SIZE\r\n MDTM\r\n MLST type*;size*;modify*;\r\n EPSV\r\n',
          )
          return reply(211, 'End')
        case 'OPTS':
        case 'PBSZ':
        case 'STRU':
          return reply(200, 'Fine')
        case 'PROT':
          isPrivate = name === 'P'
          return isPrivate ? reply(200, 'Private') : reply(536, 'Private alone')
        case 'TYPE':
          isBinary = name === 'I'
          return isBinary ? reply(200, 'Binary') : reply(504, 'Binary alone')
        case 'USER':
          user = name
          return reply(331, 'And the password?')
        case 'PASS':
          isIn = user === login && name === password
          return isIn ? reply(230, 'Come in') : reply(530, 'Login incorrect')
        case 'PWD':
          return reply(257, `"${folder}" is the current directory`)
        case 'CWD':
          if (!fs.statSync(here(name)).isDirectory()) return reply(550, 'Failed to change directory')
          folder = pathOf(name)
          return reply(250, 'There')
        case 'EPSV':
          return openData()
        case 'MLSD': {
          const names = fs.readdirSync(here(name))
          return transfer(send(names.map((one) => `${facts(posix.join(here(name), one), one)}\r\n`).join('')))
        }
        case 'SIZE':
          return reply(213, String(fs.statSync(here(name)).size))
        case 'MDTM':
          return reply(213, stamp(fs.statSync(here(name)).mtimeMs))
        case 'RETR': {
          const bytes = fs.readFileSync(here(name))
          return transfer(send(isHalf ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes))
        }
        case 'STOR':
          fs.accessSync(posix.dirname(here(name)), fs.constants.W_OK)
          return transfer(receive(here(name), isHalf))
        case 'RNFR':
          fs.lstatSync(here(name))
          leaving = here(name)
          return reply(350, 'And where to?')
        case 'RNTO':
          if (leaving === null) return reply(503, 'RNFR first')
          fs.renameSync(leaving, here(name)) // as most do, over whatever lies there
          leaving = null
          return reply(250, 'Renamed')
        case 'DELE':
          fs.unlinkSync(here(name))
          return reply(250, 'Deleted')
        case 'MKD':
          fs.mkdirSync(here(name))
          return reply(257, 'Made')
        case 'QUIT':
          return reply(221, 'Bye')
        default:
          return reply(502, 'Not implemented')
      }
    }

    const hear = async (line: string): Promise<void> => {
      heard.push(line)
      const [word = '', ...rest] = line.split(' ')
      const [command, name] = [word.toUpperCase(), rest.join(' ')]
      if (command === 'AUTH' && !isSecret) {
        if (plain) return say(502, 'No TLS here')
        say(234, 'Begin')
        isSecret = true
        stream.removeAllListeners('data')
        stream = around.secured(raw)
        return listenTo(stream)
      }
      if (!isSecret && !BEFORE_TLS.includes(command)) return say(550, 'AUTH TLS first')
      if (!isIn && !BEFORE_LOGIN.includes(command)) return say(530, 'Log in first')
      const kind: FileAct['kind'] = WRITING.includes(command) ? 'writes' : 'reads'
      const how = SPOILT.includes(command) ? wire.meet({ kind, name: command.toLowerCase(), path: pathOf(name) }) : null
      if (how === 'lost-request') return void raw.destroy()
      if (how === 'closed') return say(550, 'Permission denied')
      if (how === 'full') return say(command === 'STOR' ? 452 : 550, 'No space left')
      if (how === 'refused') return say(451, 'Not today')
      const { code, text } = await act(command, name, how === 'half').catch(() => reply(550, 'It did not happen'))
      if (how === 'silent') return
      if (how !== null) return void raw.destroy()
      say(code, text)
    }
    const listenTo = (one: Duplex): void => {
      let rest = ''
      let turn = Promise.resolve()
      one.on('data', (piece: Buffer) => {
        const lines = (rest + piece.toString('utf8')).split('\r\n')
        rest = lines.pop() ?? ''
        for (const line of lines) turn = turn.then(() => hear(line))
      })
    }
    listenTo(stream)
    say(220, 'Files')
  }
}

const stamp = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
