import zhCN from 'antd/locale/zh_CN'

/** Bundlers disagree on the default of antd's CommonJS locale files: take whichever level holds the words. */
const words = zhCN as typeof zhCN & { default?: typeof zhCN }

/** Ant Design in Chinese. */
export const chinese = words.default ?? words
