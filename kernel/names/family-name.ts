/** Compound family names (复姓) still in use; where a name begins with one, the rest is the given name. */
const compound = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
)

/** How many characters of a name are its family name: two for a compound one followed by a given name, else one. */
export function familyNameLength(letters: readonly string[]): number {
  return letters.length > 2 && compound.has(letters.slice(0, 2).join('')) ? 2 : 1
}
