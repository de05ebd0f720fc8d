import { ServerFailure } from "../database/failure.ts";

/** What was sealed by a key that is not the one given; `given` is the id of that, undefined where there is none. */
export function otherKey(sealedBy: string, given: string | undefined): ServerFailure {
  const [zh, en] =
    given === undefined
      ? ["这里却没有密钥", "there is no key here"]
      : [`给出的却是 ${given}`, `the key given is ${given}`];
  return new ServerFailure({
    zh: `数据是用密钥 ${sealedBy} 封存的，${zh}：没有继续，未作任何改动。请用 --key-from 给出原来的密钥；密钥换到一半的，再运行一次 mingzhang rotate-key；密钥丢失的，把备份恢复到新的数据文件夹。`,
    en: `The data is sealed by the key ${sealedBy}, and ${en}: nothing was done or changed. Give the key by --key-from; where a change of keys was interrupted, run mingzhang rotate-key again; where the key is lost, restore a backup into a new data folder.`,
  });
}
