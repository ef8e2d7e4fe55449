import type { Action } from './action.ts'
import { cancelItem, confirmPreorder, getItemToDoList } from './after-sale.ts'
import { getBillingInformation } from './billing.ts'
import { getCurrentSales } from './current-sales.ts'
import { acceptSale, refuseSale } from './decisions.ts'
import { exportInventory } from './export.ts'
import { getItemInfos } from './item-infos.ts'
import { contactUsAboutItem, contactUserAboutItem } from './letters.ts'
import { getNewSales } from './new-sales.ts'
import { productTypes } from './product-types.ts'
import { importItemShippingStatus } from './shipping-file.ts'
import { getShippingInformation } from './shipping-information.ts'
import { getAvailableShippingTypes } from './shipping-types.ts'
import { setTrackingPackageInfos } from './single-tracking.ts'
import { genericImportReport, importReport } from './stock-report.ts'
import { genericImportFile, importCsv } from './stock-upload.ts'
import { getCompensationDetails, getOperations } from './wallet.ts'

/** Every web service the practice account speaks, by the name of its action (2.3). */
export const ACTIONS: Readonly<Record<string, Action>> = {
  getnewsales: getNewSales,
  acceptsale: acceptSale,
  refusesale: refuseSale,
  getcurrentsales: getCurrentSales,
  getshippinginformation: getShippingInformation,
  getbillinginformation: getBillingInformation,
  importitemshippingstatus: importItemShippingStatus,
  settrackingpackageinfos: setTrackingPackageInfos,
  cancelitem: cancelItem,
  getitemtodolist: getItemToDoList,
  getiteminfos: getItemInfos,
  contactuseraboutitem: contactUserAboutItem,
  contactusaboutitem: contactUsAboutItem,
  confirmpreorder: confirmPreorder,
  getavailableshippingtypes: getAvailableShippingTypes,
  genericimportfile: genericImportFile,
  genericimportreport: genericImportReport,
  import: importCsv,
  importreport: importReport,
  export: exportInventory,
  producttypes: productTypes,
  getoperations: getOperations,
  getcompensationdetails: getCompensationDetails,
}
