/** A value of Shopify's search language, taken as one phrase. */
export const quoted = (value: string): string => `'${value.replaceAll(/[\\']/g, '\\$&')}'`
