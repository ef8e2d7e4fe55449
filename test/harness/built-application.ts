import { buildWhenStale } from '../../scripts/build-when-stale.ts'

/** For suites that drive the built application: `out/` is made to match the sources first. */
export const setup = buildWhenStale
