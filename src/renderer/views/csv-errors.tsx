import { useTranslation } from 'react-i18next'
import type { CsvError } from '../../preload/contract/shapes.ts'
import { NeedsYouIcon } from '../components/status-icon.tsx'
import './csv-errors.css'

/** What keeps a CSV from being imported, by row and column. */
export function CsvErrors({ file, errors }: { file: string; errors: readonly CsvError[] }) {
  const { t } = useTranslation()
  return (
    <div className="csv-errors" role="alert">
      <p className="medium">
        <NeedsYouIcon /> {t('products.errors', { count: errors.length, file })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('products.row')}</th>
            <th scope="col">{t('products.column')}</th>
            <th scope="col">{t('products.whatIsWrong')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ row, column, message }) => (
            <tr key={`${row} ${column} ${message}`}>
              <td className="number">{row === 0 ? t('products.wholeFile') : row}</td>
              <td className="mono">{column ?? '–'}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
