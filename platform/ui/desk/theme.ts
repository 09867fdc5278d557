import type { ThemeConfig } from 'antd'
import tokensCss from '../tokens.css?raw'
import { readTokens } from '../tokens.ts'

const token = readTokens(tokensCss)

const type = {
  fontFamily: token.sans!,
  fontFamilyCode: token.mono!,
  fontSize: 14,
  fontSizeHeading1: 23,
  fontSizeHeading2: 16,
  lineHeight: 1.6,
}

const colours = {
  colorPrimary: token.red!,
  colorError: token.red!,
  colorSuccess: token.done!,
  colorWarning: token.near!,
  colorInfo: token.focus!,
  // What antd derives from these dark colours is muddy; the house has its own washes.
  colorSuccessBg: token['done-wash']!,
  colorSuccessBorder: token.done!,
  colorWarningBg: token['near-wash']!,
  colorWarningBorder: token.near!,
  colorErrorBg: token['red-wash']!,
  colorInfoBg: token.wash!,
  colorInfoBorder: token.line!,
  colorLink: token.ink!,
  colorLinkHover: token.red!,
  colorLinkActive: token.red!,
  colorTextBase: token.ink!,
  colorText: token.ink!,
  colorTextSecondary: token['ink-2']!,
  colorTextTertiary: token['ink-3']!,
  colorTextPlaceholder: token['ink-3']!,
  colorTextDescription: token['ink-2']!,
  colorBgLayout: token.paper!,
  colorBgContainer: token.sheet!,
  colorBorder: '#c9bfae',
  colorBorderSecondary: token.line!,
  colorSplit: token.line!,
}

/** Ant Design in the house's clothes: dense, quiet, ink on paper; red only for the main action and for what is wrong. */
export const deskTheme: ThemeConfig = {
  token: {
    ...type,
    ...colours,
    borderRadius: 6,
    borderRadiusLG: 8,
    controlHeight: 34,
    wireframe: false,
    motion: false,
  },
  components: {
    Table: {
      headerBg: token.sheet!,
      headerColor: token['ink-3']!,
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
      cellPaddingBlock: 9,
      cellPaddingInline: 10,
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      rowHoverBg: '#fcfaf5',
      borderColor: '#f0ebe1',
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Input: {
      activeShadow: `0 0 0 2px ${token.focus}33`,
      activeBorderColor: token.focus!,
      hoverBorderColor: token.ink!,
    },
    Select: { optionSelectedBg: token['red-wash']!, activeBorderColor: token.focus!, hoverBorderColor: token.ink! },
    Form: { labelColor: token['ink-2']!, verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
    Modal: { titleFontSize: 17 },
    Tabs: { horizontalItemPadding: '8px 0', titleFontSize: 14 },
    Tooltip: { colorBgSpotlight: token.ink! },
  },
}
