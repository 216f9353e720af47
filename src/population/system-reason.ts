import type { Words } from '../language/label.ts';

const words: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '没有这个目录', en: 'there is no such folder' },
  EISDIR: { zh: '这是一个目录', en: 'it is a folder' },
  ENOTDIR: { zh: '这是一个文件，不是目录', en: 'it is a file, not a folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '只读，不能写', en: 'it can only be read' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '超出了磁盘配额', en: 'the disk quota is used up' },
  EBUSY: { zh: '正被别的程序使用', en: 'another program is using it' },
  EIO: { zh: '磁盘读写出错', en: 'the disk does not answer' },
  ELOOP: { zh: '链接绕成了圈', en: 'its links go round in a circle' },
  ENAMETOOLONG: { zh: '名称太长', en: 'the name is too long' },
  EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
};

/** Why the system refused, in words; its own code where there are none. */
export function systemReason({ code = '' }: { readonly code?: string | undefined }): Words {
  return words[code] ?? { zh: code, en: code };
}
