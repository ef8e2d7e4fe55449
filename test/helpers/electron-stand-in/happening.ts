/** An event that can be stopped, as Electron hands it to its listeners. */
export const aHappening = <T extends object>(more: T) => ({
  ...more,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})
