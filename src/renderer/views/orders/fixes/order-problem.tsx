import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { FixInputs } from '../../../../preload/contract/orders.ts'
import type { ProblemView } from '../../../../preload/contract/shapes.ts'
import { Button } from '../../../components/button.tsx'
import { ProblemCard } from '../../../components/problem-card.tsx'
import { useProblemWords } from '../../../i18n/use-problem-words.ts'
import { useApp } from '../../../stores/use-app.ts'
import { ConfirmChoice } from './confirm-choice.tsx'
import { type EndingChoice, isAsking, isEnding, ordered } from './fix-choices.ts'
import { FixForm } from './fix-form.tsx'
import { ProblemNext } from './problem-next.tsx'
import { useChoiceWords } from './use-choice-words.ts'

/** One problem of one order, with its fixes in place. */
export function OrderProblem({ order, problem }: { order: OrderDetail; problem: ProblemView }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const say = useChoiceWords()
  const [main = '', ...others] = ordered(problem)
  const [chosen, setChosen] = useState(main)
  const [ending, setEnding] = useState<EndingChoice | null>(null)
  const { act, acting } = useApp((state) => ({
    act: state.act,
    acting: state.acting.has(order.id),
  }))
  const { head, body } = words(problem, { office: order.backOffice, connection: order.connection })

  const fix = async (choice: string, inputs: FixInputs): Promise<void> => {
    const { done } = await act(order.id, { action: 'fix', kind: problem.kind, choice, inputs })
    // The row that took its place is what comes next.
    if (done) document.querySelector<HTMLElement>('.rows [tabindex="0"]')?.focus()
  }
  const press = (choice: string): void => {
    if (isEnding(choice)) setEnding(choice)
    else if (isAsking(choice)) setChosen(choice)
    else void fix(choice, {})
  }
  const offered = main === '' ? [] : [main, ...others]
  const quiet = offered.filter((choice) => choice !== chosen)
  const buttons = quiet.map((choice) => (
    <Button key={choice} kind="quiet" onClick={() => press(choice)} reason={acting ? t('do.working') : null}>
      {say(order, problem, choice)}
    </Button>
  ))

  return (
    <ProblemCard
      head={problem.kind === 'tracking-required' ? t('problem.tracking-required.card') : head}
      body={body}
      soft={!problem.needsPerson}
      next={<ProblemNext order={order} problem={problem} />}
    >
      {isAsking(chosen) ? (
        <FixForm
          choice={chosen}
          order={order}
          problem={problem}
          label={say(order, problem, chosen)}
          busy={acting}
          onFix={(inputs) => fix(chosen, inputs)}
          beside={buttons}
        />
      ) : (
        chosen !== '' && (
          <div className="problem-acts">
            <Button kind={problem.needsPerson ? 'primary' : 'plain'} busy={acting} onClick={() => press(chosen)}>
              {say(order, problem, chosen)}
            </Button>
            {buttons}
          </div>
        )
      )}
      <ConfirmChoice
        order={order}
        problem={problem}
        choice={ending}
        label={say(order, problem, ending ?? 'refuse')}
        onConfirm={(choice) => fix(choice, {})}
        onClose={() => setEnding(null)}
      />
    </ProblemCard>
  )
}
