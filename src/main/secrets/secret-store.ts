/** Where tokens and keys live. Names come from `names.ts`; a value is never logged, shown again or kept anywhere else. */
export interface SecretStore {
  /** Null only when the store was open and holds nothing under that name. Throws a `Fault` (`settings`) when it cannot be asked. */
  read(name: string): Promise<string | null>
  /** Read back before it resolves. */
  save(name: string, value: string): Promise<void>
  /** Safe to repeat. */
  remove(name: string): Promise<void>
}
