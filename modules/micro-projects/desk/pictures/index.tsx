export { PicturePanel } from './picture-panel.tsx'
