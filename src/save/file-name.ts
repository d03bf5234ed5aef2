import { fold } from '../view/fold.ts'

const longest = 80

/**
 * A file's name from the dataset's title and the part of it that is saved: "China's AI ecosystem"
 * and "around Qwen" as svg give "chinas-ai-ecosystem-around-qwen.svg". Letters of every script
 * stay; a long title is cut, the scope is not, for it tells one file from another; a name that no
 * letter is left of is "orrery".
 */
export function fileName(title: string, scope: string | undefined, extension: string): string {
  const part = cut(slug(scope ?? ''), longest)
  const dataset = cut(slug(title), longest - (part === '' ? 0 : part.length + 1))
  const name = [dataset, part].filter((each) => each !== '').join('-')
  return `${name === '' ? 'orrery' : name}.${extension}`
}

function cut(text: string, most: number): string {
  return [...text].slice(0, Math.max(0, most)).join('').replace(/-$/, '')
}

function slug(text: string): string {
  return fold(text)
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
