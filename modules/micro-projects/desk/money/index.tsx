export { ExpensePanel } from './expense-panel.tsx'
export { PaymentPanel } from './payment-panel.tsx'
