/** How one picture shows what another shows: as it is, in a mirror, turned to the right, to the left, or upside down. */
export type View = 'upright' | 'mirrored' | 'right' | 'left' | 'over'

/**
 * Of each view: whether rows became columns, and whether the picture's columns and rows then run backwards in it.
 * `right`: the left edge of what was shown is the view's upper edge.
 */
export const views: Record<View, { quarter: boolean; flipsAcross: boolean; flipsDown: boolean }> = {
  upright: { quarter: false, flipsAcross: false, flipsDown: false },
  mirrored: { quarter: false, flipsAcross: true, flipsDown: false },
  right: { quarter: true, flipsAcross: false, flipsDown: true },
  left: { quarter: true, flipsAcross: true, flipsDown: false },
  over: { quarter: false, flipsAcross: true, flipsDown: true },
}
