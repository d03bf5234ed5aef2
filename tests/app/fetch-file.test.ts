import { afterEach, expect, test, vi } from 'vitest'
import { fetchFile } from '../../src/app/fetch-file.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a host is no first word of a message, for that gets a capital letter', async () => {
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  const { signal } = new AbortController()
  expect(await fetchFile(new URL('http://localhost:4871/a'), signal, () => {})).toMatchObject({
    message: 'the server localhost:4871 answered 404',
  })
})
