import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeZip as zip } from '#platform/sandbox/testing.ts'
import { cellCode, cellText, hasLostDigits, markBooks, readSheet, sheetOf, writeBook, writeSheet } from './index.ts'

type Person = { name: string; idNumber: string; note: string; people: number | null }
const columns = [
  { title: '姓名', value: (row: Person) => row.name },
  { title: '身份证号', width: 22, value: (row: Person) => row.idNumber },
  { title: '备注', value: (row: Person) => row.note },
  { title: '人数', value: (row: Person) => row.people },
]
const person = (over: Partial<Person> = {}) => ({
  name: '赵一',
  idNumber: '110105194912310021',
  note: '',
  people: 3,
  ...over,
})

describe('a sheet', () => {
  it('comes back as it was written, ID numbers with every digit', async () => {
    expect(
      await readSheet(await writeSheet({ columns, rows: [person(), person({ name: '欧阳䶮', people: null })] })),
    ).toEqual([
      ['姓名', '身份证号', '备注', '人数'],
      ['赵一', '110105194912310021', null, 3],
      ['欧阳䶮', '110105194912310021', null, null],
    ])
  })

  it('says on its tab that a demo’s data are made up, however long its name; the rows stay as they are', async () => {
    markBooks('演示数据，非真实情况')
    const file = await writeSheet({ name: '先进服务单位'.repeat(5), columns, rows: [person()] })
    markBooks(undefined)
    const tab = /<sheet [^>]*name="([^"]*)"/u.exec(strFromU8(unzipSync(file)['xl/workbook.xml']!))![1]!
    expect([tab.length, tab.endsWith('（演示数据，非真实情况）')]).toEqual([31, true])
    expect((await readSheet(file))[1]![0]).toBe('赵一')
  })

  it('is printed with lines, as wide as its paper: across where it has many columns', async () => {
    const xmlOf = async (widths: number[]) => {
      const wide = widths.map(width => ({ title: '列', width, value: () => '' }))
      const parts = unzipSync(await writeSheet({ columns: wide, rows: [person()] }))
      return strFromU8(parts['xl/worksheets/sheet1.xml']!)
    }
    expect(await xmlOf([20, 20])).toMatch(
      /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup[^>]*orientation="portrait"[^>]*fitToWidth="1" fitToHeight="0"/u,
    )
    expect(await xmlOf([60, 60])).toMatch(/orientation="landscape"/u)
    expect(await xmlOf([20, 20])).toMatch(/<c r="A2" s="\d+"/u)
  })

  it('repeats its titles on every printed page, whatever the tabs are called', async () => {
    const book = await writeBook([sheetOf({ name: '甲&乙', columns, rows: [] }), sheetOf({ columns, rows: [] })])
    const workbook = strFromU8(unzipSync(book)['xl/workbook.xml']!)
    expect(workbook.match(/<definedName .*?<\/definedName>/gu)).toEqual([
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'甲&amp;乙\'!$1:$1</definedName>',
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'名单\'!$1:$1</definedName>',
    ])
  })

  it('shows yuan with two decimals and keeps them numbers', async () => {
    const amounts = [{ title: '金额（元）', format: '0.00' as const, value: (row: number) => row }]
    const file = await writeSheet({ columns: amounts, rows: [1200.5, 576] })
    expect(await readSheet(file)).toEqual([['金额（元）'], [1200.5], [576]])
    expect(strFromU8(unzipSync(file)['xl/styles.xml']!)).toMatch(/numFmtId="2"|formatCode="0.00"/u)
  })

  it('holds no cell that a spreadsheet would run, and reads its own back', async () => {
    const notes = ['=1+1', '+86', '-1', '@a', '＝1', '＋1', '－1', '＠a', '\t=1', '\r=1']
    const rows = await readSheet(await writeSheet({ columns, rows: notes.map(note => person({ note })) }))
    const written = rows.slice(1).map(row => String(row[2]))
    expect(written.filter(text => !text.startsWith("'"))).toEqual([])
    expect(written.slice(0, 8).map(cellText)).toEqual(notes.slice(0, 8))
  })

  it('reads text as it was meant: full-width digits, invisible signs, lost digits', () => {
    expect(cellCode(' ４１０３０２ ')).toEqual('410302')
    expect(cellText('\u202e甲\u200b县\ufeff ')).toEqual('甲县')
    expect(cellText(410302)).toEqual('410302')
    expect([hasLostDigits(110105194912310000), hasLostDigits(13800138000)]).toEqual([true, false])
  })
})

describe('a file that is no good workbook', () => {
  const refused = async (file: Buffer, limits = {}) =>
    readSheet(file, limits).then(
      () => 'read',
      (problem: { code: string }) => problem.code,
    )

  it('is refused by what it is, whatever its name', async () => {
    expect(await refused(Buffer.from('姓名,手机\n赵一,1'))).toEqual('excel.not-xlsx')
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual('excel.not-xlsx')
    expect(await refused(zip([{ name: 'a.txt', data: Buffer.from('a') }]))).toEqual('excel.not-xlsx')
    expect(await refused((await writeSheet({ columns, rows: [person()] })).subarray(0, 900))).toEqual('excel.not-xlsx')
  })

  it('is refused when it says or inflates to more than a table needs', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024)
    expect(await refused(zip([types, { name: 'x.xml', data: zeros }]))).toEqual('excel.too-large')
    expect(await refused(zip([types, { name: 'x.xml', data: zeros, declared: 1000 }]))).toEqual('excel.unsafe')
    const many = Array.from({ length: 300 }, (_, n) => ({ name: `${n}.xml`, data: Buffer.from('a') }))
    expect(await refused(zip([types, ...many]))).toEqual('excel.too-large')
  })

  it('is refused with entities, paths upward, names used twice, passwords', async () => {
    const bomb = Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')
    expect(await refused(zip([types, { name: 'x.xml', data: bomb }]))).toEqual('excel.unsafe')
    expect(await refused(zip([types, { name: '../x.xml', data: Buffer.from('a') }]))).toEqual('excel.unsafe')
    expect(await refused(zip([types, types]))).toEqual('excel.unsafe')
    expect(await refused(zip([types, { name: 'x.xml', data: Buffer.from('a'), flags: 1 }]))).toEqual('excel.encrypted')
  })

  it('is refused when it has more rows or bytes than asked for', async () => {
    const file = await writeSheet({ columns, rows: [person(), person()] })
    expect(await refused(file, { maxRows: 2 })).toEqual('excel.too-many-rows')
    expect(await refused(file, { maxBytes: 100 })).toEqual('excel.too-large')
    expect(await refused(file, { maxRows: 3 })).toEqual('read')
  })
})

const types = { name: '[Content_Types].xml', data: '<Types/>' }
