import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressView } from '../../../../preload/contract/order-views.ts'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/field.tsx'
import { Address } from '../panel/order-people.tsx'
import type { FixFormProps } from './fix-form.tsx'

const EMPTY: AddressView = {
  civility: '',
  lastName: '',
  firstName: '',
  address1: '',
  address2: '',
  postcode: '',
  city: '',
  state: '',
  country: '',
  countryCode: '',
  phone: '',
  mobile: '',
}

const FIELDS = [
  'firstName',
  'lastName',
  'address1',
  'address2',
  'postcode',
  'city',
  'state',
  'country',
  'countryCode',
  'phone',
  'mobile',
] as const

/** The address as the back office gets it, beside what Rakuten gave. Rakuten's own is never changed. */
export function AddressForm({ order, label, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const given = order.buyer?.delivery ?? order.buyer?.billing ?? EMPTY
  const [address, setAddress] = useState<AddressView>(order.buyer?.corrected ?? given)
  return (
    <form
      className="fix-form"
      onSubmit={(event) => {
        event.preventDefault()
        void onFix({ address })
      }}
    >
      <div className="fix-sides">
        <div className="old">
          <span className="field-label">{t('fix.old')}</span>
          <Address of={given} />
        </div>
      </div>
      <fieldset className="fix-fields" aria-label={t('fix.new')}>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`fix.address.${field}`)}
            value={address[field]}
            onValue={(value) => setAddress({ ...address, [field]: value })}
          />
        ))}
      </fieldset>
      <div className="problem-acts">
        <Button kind="primary" type="submit" busy={busy}>
          {label}
        </Button>
        {beside}
      </div>
    </form>
  )
}
