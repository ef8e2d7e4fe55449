import { inject } from 'vitest'

// libsecret reads the address when it is first asked for a secret.
process.env['DBUS_SESSION_BUS_ADDRESS'] = inject('keychainBus')
