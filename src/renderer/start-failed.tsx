import { Mark } from './components/mark.tsx'
import './start-failed.css'

/** Before any words were read, so these are English. */
export function StartFailed({ message }: { message: string }) {
  return (
    <main className="start-failed">
      <Mark size={32} />
      <h1>Navette could not open its screens</h1>
      <p role="alert">{message}</p>
      <button type="button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  )
}
