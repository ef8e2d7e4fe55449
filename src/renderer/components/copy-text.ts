/** False where the browser does not allow it: without a press of a key or button, or by a setting of its own. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
