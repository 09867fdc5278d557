import type { Document } from '../model.ts'
import type { Part } from './parts.ts'
import { runProperties } from './run.ts'
import type { Needs } from './section.ts'
import { escaped, NAMESPACES, XML_HEAD } from './xml.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = (edges: Part[]): string => {
  const own = [
    ['word/document.xml', `${WORD}.document.main+xml`],
    ['word/styles.xml', `${WORD}.styles+xml`],
    ['word/settings.xml', `${WORD}.settings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...edges
      .filter(({ name }) => !name.includes('_rels'))
      .map(({ name }) => [name, `${WORD}.${name.includes('header') ? 'header' : 'footer'}+xml`]),
  ]
  const overrides = own.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('')
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides}</Types>`
}

const ROOT_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const core = (title: string): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>实事 Shishi</dc:creator></cp:coreProperties>`

/** Default lettering is the first section's body, so that what a person adds looks like the rest. */
const styles = ({ sections }: Document): string => {
  const profile = sections[0]!.profile
  const letters = runProperties(profile.lettering.body, profile.digits).replace(
    '</w:rPr>',
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>',
  )
  return `${XML_HEAD}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault>${letters}</w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>${letters}</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`
}

const settings = (needs: Needs): string =>
  `${XML_HEAD}<w:settings ${NAMESPACES}>${needs.even ? '<w:evenAndOddHeaders/>' : ''}<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** Everything of a package beside its text, heads, feet and pictures. Without dates: equal documents are equal bytes. */
export const frameParts = (model: Document, needs: Needs, edges: Part[]): Part[] => [
  { name: '[Content_Types].xml', content: contentTypes(edges) },
  { name: '_rels/.rels', content: ROOT_RELATIONS },
  { name: 'docProps/core.xml', content: core(model.title) },
  { name: 'word/styles.xml', content: styles(model) },
  { name: 'word/settings.xml', content: settings(needs) },
]
