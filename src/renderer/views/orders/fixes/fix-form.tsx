import type { ReactNode } from 'react'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { FixInputs } from '../../../../preload/contract/orders.ts'
import type { ProblemView } from '../../../../preload/contract/shapes.ts'
import { AddressForm } from './address-form.tsx'
import { CarrierForm } from './carrier-form.tsx'
import type { AskingChoice } from './fix-choices.ts'
import { KeepForm } from './keep-form.tsx'
import { MethodForm } from './method-form.tsx'
import { ProductForm } from './product-form.tsx'
import { TemplateForm } from './template-form.tsx'
import { TrackFix } from './track-form.tsx'
import './fix-form.css'

/** What a form of a fix is given. */
export interface FixFormProps {
  readonly order: OrderDetail
  readonly problem: ProblemView
  /** Of its filled button. */
  readonly label: string
  readonly busy: boolean
  readonly onFix: (inputs: FixInputs) => Promise<void>
  /** The other ways out. */
  readonly beside: ReactNode
}

const FORMS: Readonly<Record<AskingChoice, (props: FixFormProps) => ReactNode>> = {
  alias: ProductForm,
  map: MethodForm,
  correct: AddressForm,
  choose: CarrierForm,
  'add-template': TemplateForm,
  track: TrackFix,
  keep: KeepForm,
}

/** The fields a fix needs, right where the problem is. */
export function FixForm({ choice, ...props }: FixFormProps & { choice: AskingChoice }) {
  const Form = FORMS[choice]
  return <Form {...props} />
}
