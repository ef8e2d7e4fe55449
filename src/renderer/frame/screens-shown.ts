import type { AppState } from '../stores/app-store.ts'
import { builtInOffice } from '../stores/back-offices-slice.ts'
import { SCREENS, type Screen } from '../stores/navigation-slice.ts'

/** *Products* belongs to This PC, so it is there only where This PC is a back office. */
export const screensShown = (state: Pick<AppState, 'backOffices'>): readonly Screen[] =>
  SCREENS.filter((screen) => screen !== 'products' || builtInOffice(state) !== null)
