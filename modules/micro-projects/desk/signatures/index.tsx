export { SignaturePanel } from './signature-panel.tsx'
