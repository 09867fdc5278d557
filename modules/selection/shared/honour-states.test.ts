import { describe, expect, it } from 'vitest'
import { honourStatesAfter } from './honour-states.ts'

describe('an honour', () => {
  it('that is valid is superseded or revoked; one that is not is restored, and only a superseded one revoked besides', () => {
    expect(honourStatesAfter('valid')).toEqual(['superseded', 'revoked'])
    expect(honourStatesAfter('superseded')).toEqual(['valid', 'revoked'])
    expect(honourStatesAfter('revoked')).toEqual(['valid'])
  })
})
