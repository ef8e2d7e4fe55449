/** One line of a stock file after processing. `error` is null when the line was taken over. */
export interface UploadLine {
  readonly sku: string
  readonly productId: string
  readonly advertId: string
  readonly error: { readonly key: string; readonly code: string; readonly text: string } | null
  /** The row as it was sent, for the report of a CSV file. */
  readonly data: string
}

export type UploadEnd = 'Traité' | 'Aucune ligne n’a été chargée' | 'Fichier précédent identique, pas de traitement'

/** A stock file on its way through Rakuten (12.2). */
export interface Upload {
  readonly importId: string
  readonly kind: 'xml' | 'csv'
  readonly fileName: string
  readonly bytes: Buffer
  readonly digest: string
  readonly uploadedAt: number
  /** When its processing ends and its lines take effect. */
  readonly endsAt: number
  readonly purgeAndReplace: boolean
  readonly everySecondLineFails: boolean
  readonly rejected: boolean
  /** Null until it has ended. */
  end: UploadEnd | null
  /** What the file holds; known once it has been read. */
  lines: readonly UploadLine[]
}

export type UploadStage = 'Reçu' | 'En attente' | 'M.à.j. en cours' | UploadEnd

/** A tenth of the time received, a tenth waiting, the rest in progress: proportions of our own. */
export const stageOf = (upload: Upload, now: number): UploadStage => {
  if (upload.end !== null) return upload.end
  const spent = (now - upload.uploadedAt) / (upload.endsAt - upload.uploadedAt)
  if (spent < 0.1) return 'Reçu'
  return spent < 0.2 ? 'En attente' : 'M.à.j. en cours'
}
