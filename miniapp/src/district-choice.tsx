/** Choosing the district, where the deployment carries more than one: nobody is asked where there is nothing to choose. */
import Taro from "@tarojs/taro";
import { useState } from "react";
import { call } from "./api";
import { type District, districtOf, enterDistrict } from "./district";
import { toLogin } from "./session";
import { Card, ListRow } from "./ui/card";
import { ChoiceField } from "./ui/choices";
import { Sheet } from "./ui/sheet";
import { toast } from "./ui/toast";
import { useLoad } from "./use-load";

export interface Districts {
  readonly all: readonly District[];
  /** The one chosen, else the deployment's usual one; empty until that is known. */
  readonly current: string;
  /** The current one's id where its sessions lie in a database of their own, else empty. */
  readonly home: string;
  /** Answers whether somebody is signed in there. */
  readonly enter: (id: string) => boolean;
}

/** `onOpen` runs once before the first look, e.g. to follow a link. */
export function useDistricts(onOpen?: () => void): Districts {
  useState(onOpen);
  const [, renew] = useState(0);
  const load = useLoad(() => call("listDistricts").catch(() => ({ usual: "", districts: [] })), []);
  const all = load.data?.districts ?? [];
  const current = districtOf() ?? load.data?.usual ?? "";
  const enter = (id: string) => {
    const one = all.find((each) => each.id === id);
    const entered = one !== undefined && enterDistrict(one);
    renew((n) => n + 1);
    return entered;
  };
  return { all, current, home: all.some(({ id, apart }) => apart && id === current) ? current : "", enter };
}

/** One line that says the district, and a sheet with all of them behind it. */
export function DistrictChoice({ districts: { all, current, enter }, onEntered }: { districts: Districts; onEntered?: (signedIn: boolean) => void }) {
  const [asked, setAsked] = useState(false);
  const here = all.find(({ id }) => id === current);
  if (all.length < 2) return null;
  return (
    <>
      <Card flush>
        <ListRow
          id="district"
          title={`办理地区：${here?.district ?? "请选择"}`}
          meta={[here?.name, here && !here.open ? "今天不在文件有效期内" : null, "点这里换一个地区"]}
          onTap={() => setAsked(true)}
        />
      </Card>
      <Sheet open={asked} title="在哪个地区办理" onClose={() => setAsked(false)}>
        <ChoiceField
          name="district"
          label="办理地区"
          hint="企业选登记所在地，工作人员选本单位所在地。"
          value={current}
          options={all.map(({ id, district, name, open }) => ({
            value: id,
            label: district,
            hint: open ? name : `${name}（今天不在文件有效期内）`,
          }))}
          onChange={(id) => {
            setAsked(false);
            const signedIn = enter(id);
            onEntered?.(signedIn);
          }}
        />
      </Sheet>
    </>
  );
}

/** The same for somebody who is signed in: a district with people of its own asks for a code once more. */
export function OtherDistricts() {
  const districts = useDistricts();
  const entered = (signedIn: boolean) => {
    if (!signedIn) return toLogin();
    toast("已切换地区");
    void Taro.reLaunch({ url: "/pages/home/index" });
  };
  return <DistrictChoice districts={districts} onEntered={entered} />;
}
