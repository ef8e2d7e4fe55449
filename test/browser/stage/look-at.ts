import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core minds about the page as it stands, by WCAG 2.2 AA and its own best practice: rule, element, reason. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  return page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(': '))))`)
}

/** Elements with words that reach beyond the right edge, other than inside something that scrolls by itself. */
export const cutOffIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    const isInside = (element) => {
      for (let one = element.parentElement; one; one = one.parentElement) if (scrolls(one)) return true
      return false
    }
    const hasWords = ({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
    const cut = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return hasWords(element) && width > 1 && right > innerWidth + 1 && !isInside(element)
    })
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [...sideways, ...cut.map((element) => element.outerHTML.slice(0, 120))]
  })()`)

/** Whether the page, or on a phone a table that should have become cards, can be pushed sideways inside its frame. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(`[...document.querySelectorAll(innerWidth < 480 ? '.page-body, .sheet-frame' : '.page-body')].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  )`)
