import { EventEmitter } from 'node:events'
import { basename } from 'node:path'

type Template = Electron.MenuItemConstructorOptions[]

/** A menu is what it was built from. */
export class Menu implements Pick<Electron.Menu, never> {
  static application: Menu | null = null
  readonly template: Template

  constructor(template: Template) {
    this.template = template
  }
  static buildFromTemplate(template: Template): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu
  }
}

class Image implements Pick<Electron.NativeImage, 'setTemplateImage'> {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }
  setTemplateImage(): void {}
}
// An image that remembers its file; nobody here looks at its pixels.
export const nativeImage = { createFromPath: (path: string) => new Image(path) as unknown as Electron.NativeImage }

export class Tray
  extends EventEmitter
  implements Pick<Electron.Tray, 'destroy' | 'isDestroyed' | 'setImage' | 'setToolTip'>
{
  static all: Tray[] = []
  tooltip = ''
  menu: Menu | null = null
  menusSet = 0
  destroyed = false
  private image: Image

  constructor(image: Electron.NativeImage | string) {
    super()
    this.image = asImage(image)
    Tray.all.push(this)
  }
  private use(): void {
    if (this.destroyed) throw new TypeError('Tray is destroyed')
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setImage(image: Electron.NativeImage | string): void {
    this.use()
    this.image = asImage(image)
  }
  setToolTip(text: string): void {
    this.use()
    this.tooltip = text
  }
  setContextMenu(menu: Menu | null): void {
    this.use()
    this.menu = menu
    this.menusSet += 1
  }
  destroy(): void {
    this.destroyed = true
  }
  /** The icon that shows: state and ink. */
  get icon(): string {
    return basename(this.image.path).replace(/(-22)?\.png$/, '')
  }
  get labels(): readonly string[] {
    return (this.menu?.template ?? []).map(({ label, type }) => label ?? type ?? '')
  }
  press(label: string, from: Template = this.menu?.template ?? []): void {
    const entry = from.find((item) => item.label === label)
    if (entry?.click === undefined)
      throw new Error(`There is nothing to press called ${label}`)
      // The entries of ours look at none of what Electron hands them.
    ;(entry.click as () => void)()
  }
}
const asImage = (image: Electron.NativeImage | string): Image =>
  image instanceof Image ? image : new Image(String(image))

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'close' | 'show'> {
  static all: Notification[] = []
  readonly title: string
  readonly body: string
  shown = false
  closed = false

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions) {
    super()
    this.title = title
    this.body = body
  }
  show(): void {
    this.shown = true
    Notification.all.push(this)
  }
  close(): void {
    this.closed = true
  }
}

class Theme extends EventEmitter implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  themeSource: 'system' | 'light' | 'dark' = 'system'
  shouldUseDarkColors = false
  shouldUseDarkColorsForSystemIntegratedUI = false
}
export const nativeTheme = new Theme()
