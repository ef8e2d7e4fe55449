import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong, each with the first element it is about. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  // The policy of the page forbids script elements; evaluating is the debugger's, not the page's.
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    // Put there by the line above.
    const { axe: run } = window as unknown as { readonly axe: typeof axe }
    const { violations } = await run.run(document, { runOnly: { type: 'tag', values } })
    return violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes[0]?.html}`)
  }, RULES)
}
