import type { Fields } from '../sockets/definition.ts'
import { documentTables } from './document-tables.ts'
import { refuseTemplate } from './read-template.ts'

export const fields = {
  template: {
    label: 'Template',
    help: 'How orders go out and what comes back, as JSON. Choose one that is nearest to your system, or paste the one that its builder gave you; docs/connect/custom.md explains every word.',
    document: true,
    refuse: refuseTemplate,
    tables: documentTables,
  },
  baseUrl: {
    label: 'Address of the interface',
    help: 'Where the paths of the template begin, such as https://shop.example.com/api. Only this host is ever called.',
    address: true,
    optional: true,
  },
  login: { label: 'User name or client ID', help: 'Where the interface asks for one.', optional: true },
  secret: {
    label: 'Password, token or key',
    help: 'What proves to the interface who you are; the template says how it is sent.',
    secret: true,
    optional: true,
  },
  folder: {
    label: 'Folder for files',
    help: 'A folder of this PC or your network (C:\\Orders, /srv/orders), or one on a server: sftp://host/path, ftps://host/path.',
    optional: true,
  },
  folderLogin: { label: 'User name on the server of the folder', optional: true },
  folderSecret: {
    label: 'Password on the server of the folder',
    help: 'Or what opens the private key.',
    secret: true,
    optional: true,
  },
  folderKey: {
    label: 'Private key for SFTP',
    help: 'In PEM or OpenSSH form, where the server wants a key instead of a password: Navette keeps the text of its file.',
    secret: true,
    document: true,
    optional: true,
  },
  hostKey: {
    label: 'Host key of the SFTP server',
    help: 'SHA256:…, as its owner tells it. Left empty, the key that it shows first is the one that counts from then on.',
    optional: true,
  },
} as const satisfies Fields
