import 'i18next'

// The keys are those of the English texts: a word that is missing there does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof import('../../../resources/locales/en.json') }
  }
}
