import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { OrderSelection } from './orders.ts'
import { Label } from './shapes.ts'

const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** What holds for the whole application, on every host. */
export const AppSettings = z.object({
  language: z.enum(['system', 'en', 'fr', 'de']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  intervalMinutes: z.literal([5, 10, 15, 30, 60]),
  startWithComputer: z.boolean(),
  closingWindow: z.enum(['keep-running', 'quit']),
  notifyProblems: z.boolean(),
  notifyDeadlines: z.boolean(),
  /** Local times, `HH:mm`. */
  quietHours: z.nullable(z.object({ from: Clock, to: Clock })),
  singleKeys: z.boolean(),
  scannerSound: z.boolean(),
  /** Days after an ended order's last change until its buyer is erased. */
  retentionDays: z.int().check(z.minimum(1), z.maximum(3_650)),
  /** Selections kept as tabs of one's own. */
  savedViews: z.array(z.object({ name: Label, selection: OrderSelection })),
})
export type AppSettings = ViewOf<typeof AppSettings>

export const settingsContract = {
  get: endpoint(z.void(), AppSettings),
  /** Only what is given changes. */
  change: endpoint(z.exactPartial(AppSettings), AppSettings),
}
