/** What came of asking an address for a file. */
export type Fetched =
  | { readonly ok: true; readonly name: string; readonly content: Blob }
  | { readonly ok: false; readonly message: string; readonly advice: string }

/** More than this no reader takes. */
const mostBytes = 512 * 1024 * 1024

/**
 * The address as a whole where it is one of the web, else undefined. Relative ones start from the
 * page.
 */
export function webAddress(text: string): URL | undefined {
  const url = URL.parse(text.trim(), location.href)
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url : undefined
}

/** Asks the address for a file, without cookies of other hosts. Never throws but when aborted. */
export async function fetchFile(
  url: URL,
  signal: AbortSignal,
  tell: (done: number, total: number | undefined) => void,
): Promise<Fetched> {
  let forbidden = false
  const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'connect-src') forbidden = true
  }
  document.addEventListener('securitypolicyviolation', note)
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin' })
    if (!response.ok) {
      return {
        ok: false,
        message: `the server ${url.host} answered ${response.status}`,
        advice: 'check the address',
      }
    }
    const content = await loaded(response, tell)
    if (content === undefined) {
      return { ok: false, message: 'the file is larger than 512 MB', advice: 'open a smaller part' }
    }
    return { ok: true, name: nameIn(url), content }
  } catch (error) {
    if (signal.aborted) throw error
    // The event of the policy comes a moment after the failure.
    await new Promise((resolve) => setTimeout(resolve, 50))
    return forbidden ? refusedByPolicy(url) : unreachable(url)
  } finally {
    document.removeEventListener('securitypolicyviolation', note)
  }
}

async function loaded(
  response: Response,
  tell: (done: number, total: number | undefined) => void,
): Promise<Blob | undefined> {
  const length = Number(response.headers.get('Content-Length') ?? Number.NaN)
  // Of a packed answer the length counts packed bytes.
  const packed = response.headers.has('Content-Encoding')
  const total = packed || !Number.isFinite(length) ? undefined : length
  const reader = response.body?.getReader()
  if (reader === undefined) return response.blob()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let done = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    done += part.value.length
    if (done > mostBytes) {
      await reader.cancel()
      return undefined
    }
    tell(done, total)
  }
  return new Blob(parts)
}

function refusedByPolicy({ host }: URL): Fetched {
  return {
    ok: false,
    message: `this Orrery may fetch files only from ${location.host}, and this one lies on ${host}`,
    advice:
      'download the file and open it from your disk; whoever runs this site can allow the host in its Content-Security-Policy (connect-src)',
  }
}

function unreachable({ host }: URL): Fetched {
  return {
    ok: false,
    message:
      host === location.host
        ? 'the file could not be fetched'
        : `the server ${host} could not be reached, or does not allow other sites to fetch its files (CORS)`,
    advice: 'check the address and the connection, or download the file and open it from your disk',
  }
}

/** The last part of the path, as a file's name. */
function nameIn({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || host
  } catch {
    return last
  }
}
