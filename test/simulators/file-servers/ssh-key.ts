import ssh2 from 'ssh2'

const { utils } = ssh2

/** The library makes a key now and then that it cannot read itself (one in some hundred, seen with ssh2 1.17). */
export const makeSshKey = (passphrase?: string): { readonly private: string; readonly public: string } => {
  const sealing = passphrase === undefined ? undefined : { passphrase, cipher: 'aes256-cbc', rounds: 2 }
  for (;;) {
    const key = sealing ? utils.generateKeyPairSync('ed25519', sealing) : utils.generateKeyPairSync('ed25519')
    if (!(utils.parseKey(key.private, passphrase) instanceof Error)) return key
  }
}
