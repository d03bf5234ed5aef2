import { fold } from '../view/search.ts'

const longest = 80

/**
 * A file's name from the dataset's title and the part of it that is saved: "China's AI ecosystem"
 * and "around Qwen" as svg give "chinas-ai-ecosystem-around-qwen.svg". Letters of every script
 * stay; a name that no letter is left of is "orrery".
 */
export function fileName(title: string, scope: string | undefined, extension: string): string {
  const parts = [title, scope ?? ''].map(slug).filter((part) => part !== '')
  const name = [...parts.join('-')].slice(0, longest).join('').replace(/-$/, '')
  return `${name === '' ? 'orrery' : name}.${extension}`
}

function slug(text: string): string {
  return fold(text)
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
